using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Numbers the variants of a file in order of appearance, comparing bytes so that a row costs no string.</summary>
internal sealed class VariantNames(IReadOnlyDictionary<string, double>? weights)
{
    private const int Most = 100;
    private readonly List<byte[]> _bytes = [];
    private int _last;

    public List<string> Names { get; } = [];

    public int IndexOf(ReadOnlySpan<byte> field, DelimitedReader reader, string column)
    {
        field = FieldText.Trim(field);

        // Rows of one variant often follow each other.
        if (_last < _bytes.Count && field.SequenceEqual(_bytes[_last]))
        {
            return _last;
        }

        for (var i = 0; i < _bytes.Count; i++)
        {
            if (field.SequenceEqual(_bytes[i]))
            {
                return _last = i;
            }
        }

        return _last = Add(field, reader, column);
    }

    private int Add(ReadOnlySpan<byte> field, DelimitedReader reader, string column)
    {
        var name = Encoding.UTF8.GetString(field);
        if (name.Length == 0)
        {
            throw reader.Fault(column, "the field is empty; the name of a variant is needed");
        }

        if (weights is not null && !weights.ContainsKey(name))
        {
            throw reader.Fault(column, $"variant '{name}' has no weight; weights are given for {string.Join(", ", weights.Keys)}");
        }

        if (_bytes.Count == Most)
        {
            throw reader.Fault(column, $"more than {Most} different values; a column that names the variant is needed");
        }

        Names.Add(name);
        _bytes.Add(field.ToArray());
        return _bytes.Count - 1;
    }
}

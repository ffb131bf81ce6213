using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Variants with the control first, and their shares of traffic.</summary>
internal sealed record VariantOrder(
    IReadOnlyList<string> Names, IReadOnlyList<int> Places, IReadOnlyList<double> Weights, string? Note)
{
    /// <exception cref="FileFaultException">The control or a weighted variant does not occur, or there is only one.</exception>
    public static VariantOrder Of(IReadOnlyList<string> found, ExperimentColumns columns, string path)
    {
        var control = found.ToList().IndexOf(columns.Control);
        var list = string.Join(", ", found.Select(name => $"'{name}'"));
        if (control < 0)
        {
            throw new FileFaultException(path, null, columns.Variant, $"control '{columns.Control}' does not occur; found {list}");
        }

        if (found.Count == 1)
        {
            throw new FileFaultException(path, null, columns.Variant, $"only {list} occurs; control and at least one variant are needed");
        }

        if (columns.Weights?.Keys.FirstOrDefault(name => !found.Contains(name)) is { } absent)
        {
            throw new FileFaultException(path, null, columns.Variant, $"'{absent}' has a weight but does not occur; found {list}");
        }

        int[] places = [control, .. Enumerable.Range(0, found.Count).Where(place => place != control)];
        string[] names = [.. places.Select(place => found[place])];
        return columns.Weights is { } weights
            ? new(names, places, [.. names.Select(name => weights[name] / weights.Values.Sum())], null)
            : new(names, places, [.. names.Select(_ => 1.0 / names.Length)],
                $"Weights were not given: equal shares of traffic assumed ({string.Join(", ", names.Select(name => $"{name}=1/{names.Length}"))}).");
    }
}

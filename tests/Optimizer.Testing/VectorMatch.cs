using System.Globalization;
using System.Text.Json;

namespace Optimizer.Testing;

/// <summary>Compares an output with a vector's expected one, field by field, within a relative tolerance.</summary>
public static class VectorMatch
{
    /// <summary>
    /// Differences as lines of text; empty when all agree. Fields for which <paramref name="skip"/> is true are left out;
    /// the output may have more fields than are expected.
    /// </summary>
    public static IReadOnlyList<string> Differences(
        JsonElement expected, JsonElement actual, Func<string, double> tolerance, double floor, Func<string, bool> skip)
    {
        var found = new List<string>();
        Compare(expected, actual, "", found, tolerance, floor, skip);
        return found;
    }

    private static void Compare(
        JsonElement expected, JsonElement actual, string path, List<string> found,
        Func<string, double> tolerance, double floor, Func<string, bool> skip)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in expected.EnumerateObject())
                {
                    var name = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
                    if (skip(name))
                    {
                        continue;
                    }

                    if (actual.ValueKind != JsonValueKind.Object || !actual.TryGetProperty(field.Name, out var value))
                    {
                        found.Add($"{name}: missing");
                        continue;
                    }

                    Compare(field.Value, value, name, found, tolerance, floor, skip);
                }

                break;
            case JsonValueKind.Array:
                if (actual.ValueKind != JsonValueKind.Array || actual.GetArrayLength() != expected.GetArrayLength())
                {
                    found.Add($"{path}: expected {expected.GetRawText()}, got {actual.GetRawText()}");
                    break;
                }

                for (var i = 0; i < expected.GetArrayLength(); i++)
                {
                    Compare(expected[i], actual[i], $"{path}[{i}]", found, tolerance, floor, skip);
                }

                break;
            case JsonValueKind.Number:
                var want = expected.GetDouble();
                if (actual.ValueKind != JsonValueKind.Number
                    || !(Math.Abs(actual.GetDouble() - want) <= Math.Max(floor, tolerance(path) * Math.Abs(want))))
                {
                    found.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: expected {want:R}, got {actual}"));
                }

                break;
            default:
                if (expected.GetRawText() != actual.GetRawText())
                {
                    found.Add($"{path}: expected {expected.GetRawText()}, got {actual.GetRawText()}");
                }

                break;
        }
    }
}

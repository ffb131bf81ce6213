using System.Globalization;
using System.Text.Json;

namespace Optimizer.Standalone.Calc;

/// <summary>One line of input to <c>calc</c>: a case of a reference vector without its expected output.</summary>
internal sealed record CalcCase(JsonElement Id, string? Method, string? Metric, string? Section, JsonElement Input)
{
    /// <exception cref="ArgumentException">The line is no JSON object with an input.</exception>
    public static CalcCase Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("input", out var input))
            {
                throw new ArgumentException("each line must be a JSON object with an 'input'");
            }

            return new(
                root.TryGetProperty("id", out var id) ? id.Clone() : default,
                Text(root, "method"), Text(root, "metric"), Text(root, "section"), input.Clone());
        }
        catch (JsonException problem)
        {
            // The rest of the reader's message counts lines within this one line.
            var message = problem.Message.Split(" LineNumber:")[0];
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"not JSON at byte {problem.BytePositionInLine + 1}: {message}"), problem);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

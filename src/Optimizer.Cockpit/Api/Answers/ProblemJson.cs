using System.Buffers;
using System.Text.Json;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>Problems as JSON.</summary>
internal static class ProblemJson
{
    public static ReadOnlyMemory<byte> Of(Problem problem)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", problem.Title);
            json.WriteNumber("status", problem.Status);
            json.WriteString("code", problem.Code);
            json.WriteString("detail", problem.Detail);
            if (problem.Rule is { } rule)
            {
                json.WriteString("rule", rule);
            }

            if (problem.Problems.Count > 0)
            {
                json.WriteStartArray("problems");
                foreach (var each in problem.Problems)
                {
                    Write(json, each);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, FieldProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("field", problem.Field);
        if (problem.Line is { } line)
        {
            json.WriteNumber("line", line);
        }

        json.WriteString("detail", problem.Detail);
        json.WriteEndObject();
    }
}

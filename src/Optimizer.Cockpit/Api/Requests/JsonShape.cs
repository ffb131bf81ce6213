using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Requests;

/// <summary>
/// Holds a JSON document against the type it is to become, and names every field that is unknown, missing or of another kind: the
/// reader itself would stop at the first and speak of .NET.
/// </summary>
internal static class JsonShape
{
    private const int MostProblems = 50;

    public static IReadOnlyList<FieldProblem> Check(JsonElement element, Type type)
    {
        var problems = new List<FieldProblem>();
        Check(element, type, "", problems);
        return problems;
    }

    private static void Check(JsonElement element, Type type, string path, List<FieldProblem> problems)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var shape = ApiJson.Options.GetTypeInfo(type);
        if (problems.Count >= MostProblems || type == typeof(JsonElement))
        {
            return;
        }

        var needed = Needed(shape, type);
        if (!Fits(element, needed))
        {
            problems.Add(new(path, $"is {Word(element)}; needs {needed}"));
        }
        else if (type.IsEnum && !Enum.GetNames(type).Any(name => element.ValueEquals(JsonNamingPolicy.SnakeCaseLower.ConvertName(name))))
        {
            problems.Add(new(path, $"is '{Shown.Of(element.GetString()!)}'; must be {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}"));
        }
        else if (type == typeof(DateTimeOffset) && !element.TryGetDateTimeOffset(out _))
        {
            problems.Add(new(path, $"is '{Shown.Of(element.GetString()!)}'; needs a time such as 2026-02-09T05:00:00Z"));
        }
        else if (shape.Kind == JsonTypeInfoKind.Object)
        {
            Fields(element, shape, path, problems);
        }
        else if (shape.Kind == JsonTypeInfoKind.Enumerable)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                Check(item, shape.ElementType!, $"{path}[{index++}]", problems);
            }
        }
    }

    private static void Fields(JsonElement element, JsonTypeInfo shape, string path, List<FieldProblem> problems)
    {
        foreach (var field in element.EnumerateObject())
        {
            var name = path.Length == 0 ? Shown.Of(field.Name) : $"{path}.{Shown.Of(field.Name)}";
            if (shape.Properties.FirstOrDefault(each => each.Name == field.Name) is not { } property)
            {
                problems.Add(new(name, $"is not known; known are {string.Join(", ", shape.Properties.Select(each => each.Name))}"));
            }
            else if (field.Value.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
            {
                Check(field.Value, property.PropertyType, name, problems);
            }
        }

        foreach (var missing in shape.Properties.Where(each => each.IsRequired && !element.TryGetProperty(each.Name, out _)))
        {
            problems.Add(new(path.Length == 0 ? missing.Name : $"{path}.{missing.Name}", "is missing"));
        }
    }

    private static string Needed(JsonTypeInfo shape, Type type) => shape.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "an array",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(decimal) || type.IsPrimitive => "a number",
        _ => "a text",
    };

    private static bool Fits(JsonElement element, string needed) => element.ValueKind switch
    {
        JsonValueKind.Object => needed == "an object",
        JsonValueKind.Array => needed == "an array",
        JsonValueKind.String => needed == "a text",
        JsonValueKind.Number => needed == "a number",
        JsonValueKind.True or JsonValueKind.False => needed == "true or false",
        _ => false,
    };

    private static string Word(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => element.ValueKind.ToString().ToLowerInvariant(),
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>JSON as the API writes and reads it: camelCase fields, enums as snake_case words, nothing that is not in the schema.</summary>
internal static class ApiJson
{
    /// <summary>Deepest nesting that a body may have.</summary>
    public const int Deepest = 24;

    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>So that the OpenAPI document shows the same.</summary>
    public static void Apply(JsonOptions options) => Set(options.SerializerOptions);

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Set(options);
        options.Converters.Add(new FiniteNumber());
        options.MaxDepth = 64;
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static void Set(JsonSerializerOptions options)
    {
        options.AllowDuplicateProperties = false;

        // People read it with curl. It is never put into a page, and answers forbid browsers to guess their type.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.MaxDepth = Deepest;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }
}

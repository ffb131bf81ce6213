using System.Text.Json;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(int Status, string Type, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Its body; fails the test when it is no JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Code of a problem; fails the test when it is none.</summary>
    public string Code
    {
        get
        {
            Assert.Equal("application/problem+json", Type);
            Assert.Equal(Status, Json.GetProperty("status").GetInt32());
            Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
            return Json.GetProperty("code").GetString()!;
        }
    }

    public string Detail => Json.GetProperty("detail").GetString()!;

    public static async Task<ApiAnswer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}

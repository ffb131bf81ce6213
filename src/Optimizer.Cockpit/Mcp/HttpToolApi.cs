using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Optimizer.Cockpit.Mcp;

/// <summary>The API of a server whose address is known.</summary>
/// <param name="http">With its address and the caller's token.</param>
/// <param name="url">Where the server answers people; empty where nobody can go.</param>
public sealed class HttpToolApi(HttpClient http, string url) : IToolApi
{
    public async Task<ToolReply> SendAsync(HttpMethod method, string path, JsonNode? body, string? tool, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var request = new HttpRequestMessage(method, new Uri(path.TrimStart('/'), UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (tool is not null)
        {
            request.Headers.Add(ToolHeader.Name, tool);
        }

        if (method != HttpMethod.Get)
        {
            // However often the connection tries, it is carried out once.
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        }

        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return new((int)answer.StatusCode, Json(text), url) { Text = text };
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ToolReply.Unreachable($"{http.BaseAddress} did not answer: {fault.GetBaseException().Message}");
        }
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

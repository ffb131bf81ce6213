using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>A caller of a server that may die in the middle of an answer.</summary>
public sealed class ServedClient : IDisposable
{
    private readonly HttpClient _http;

    public ServedClient(string url, string token)
    {
        _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The answer; null when none came.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)?> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        try
        {
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}

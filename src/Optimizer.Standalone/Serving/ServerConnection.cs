using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Mcp;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;

namespace Optimizer.Standalone.Serving;

/// <summary>
/// The API of a data directory: of the server that runs there, else of one that is opened for as long as this lives. Every command thus
/// passes the same checks, with a server and without one, as from cron.
/// </summary>
internal sealed class ServerConnection : IAsyncDisposable
{
    private static readonly TimeSpan LifeSign = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);
    private readonly HttpClient _http;
    private readonly LiveHost? _own;

    private ServerConnection(HttpClient http, string url, LiveHost? own) => (_http, Url, _own) = (http, url, own);

    /// <summary>Where it answers.</summary>
    public string Url { get; }

    /// <summary>Whether the server was opened for this connection alone.</summary>
    public bool IsOwn => _own is not null;

    /// <summary>Connects to the server of a directory, or opens one there.</summary>
    /// <param name="options">The directory, and what a server opened here runs on.</param>
    /// <param name="token">For a running server; null when the caller has none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ServerUnreachableException">A server holds the directory and does not answer.</exception>
    /// <exception cref="Embedded.Records.RecordFileException">No server runs, and the records cannot be opened.</exception>
    /// <exception cref="Embedded.EngineFileException">No server runs, and the engine's file cannot be opened.</exception>
    public static async Task<ServerConnection> OpenAsync(ServeOptions options, string? token, CancellationToken cancellationToken)
    {
        if (await FindAsync(options.Folder, cancellationToken) is { } running)
        {
            return new(Client(running.Url, token), running.Url, null);
        }

        var own = TokenText.Make();
        var who = options.As ?? new(options.Name ?? Environment.UserName, Role.Admin, Seat.Ceo, IsHuman: true);
        try
        {
            var host = await LiveHost.StartAsync(
                options with
                {
                    IsAnnounced = false,
                    Tls = null,
                    Tokens = kept => new OneOffToken(kept, own, who, options.Clock.GetUtcNow()),
                    Urls = ["http://127.0.0.1:0"],
                },
                cancellationToken);

            // A program that was lent a token is who the token says, here too.
            return new(Client(host.Url, options.As is null ? own.ToString() : token ?? own.ToString()), host.Url, host);
        }
        catch (ServerRunsException taken)
        {
            // Between the look and the start another one came, or it holds the directory and is deaf.
            var (late, why) = await ProbeAsync(options.Folder, cancellationToken);
            return late is not null
                ? new(Client(late.Url, token), late.Url, null)
                : throw new ServerUnreachableException(
                    $"{options.Folder}: {RunningServer.Read(options.Folder)?.ToString() ?? "another process"} holds it and does not answer{(why is null ? "" : $" ({why})")}; it may be starting or stopping: try again, or end it", taken);
        }
    }

    /// <summary>The server that a directory names, if it answers; null when there is none, or what it left is stale.</summary>
    public static async Task<RunningServer?> FindAsync(string folder, CancellationToken cancellationToken) => (await ProbeAsync(folder, cancellationToken)).Found;

    private static async Task<(RunningServer? Found, string? Why)> ProbeAsync(string folder, CancellationToken cancellationToken)
    {
        if (RunningServer.Read(folder) is not { } named || !Uri.TryCreate(named.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return default;
        }

        named = named with { Url = Reachable(url) };
        using var http = Client(named.Url, null);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(LifeSign);
        try
        {
            using var answer = await http.GetAsync(new Uri("health/live", UriKind.Relative), late.Token);
            return answer.IsSuccessStatusCode ? (named, null) : (null, $"it answers {(int)answer.StatusCode}");
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A certificate that this machine does not trust is said by the innermost fault alone.
            return (null, fault.GetBaseException().Message);
        }
    }

    public Task<ServerAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    /// <summary>Posts once, however often the connection tries: every post has a key of its own.</summary>
    public Task<ServerAnswer> PostAsync(string path, JsonNode? body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, body, null, cancellationToken);

    /// <summary>Sends any request.</summary>
    /// <param name="method">GET, POST, PUT or DELETE.</param>
    /// <param name="path">From the root, such as /api/plays/x; parts that people wrote are escaped by the caller (<see cref="Uri.EscapeDataString(string)"/>).</param>
    /// <param name="body">As JSON; null for none.</param>
    /// <param name="tag">ETag of the version that may be changed; null for any.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="tool">Tool of an assistant that asks, for the trail; null for none.</param>
    /// <exception cref="ServerUnreachableException">The answer did not come.</exception>
    public async Task<ServerAnswer> SendAsync(
        HttpMethod method, string path, JsonNode? body, string? tag, CancellationToken cancellationToken, string? tool = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path.TrimStart('/'), UriKind.Relative));
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        if (tool is not null)
        {
            request.Headers.Add(ToolHeader.Name, tool);
        }

        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return new(answer.StatusCode, Json(text), answer.Headers.ETag?.ToString()) { Raw = text };
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ServerUnreachableException($"{Url}: the server stopped answering: {fault.Message}", fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_own is not null)
        {
            await _own.DisposeAsync();
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

    // Who listens on every address of the machine is found on this one.
    private static string Reachable(Uri url) =>
        url.Host is "0.0.0.0" or "[::]" ? new UriBuilder(url) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority) : url.GetLeftPart(UriPartial.Authority);

    private static HttpClient Client(string url, string? token)
    {
        // No proxy of the environment: the token is for this machine's own server.
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new(url + "/"), Timeout = Longest };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("optimizer-cli");
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return http;
    }
}

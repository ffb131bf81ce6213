using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Connectors.Notices;

namespace Optimizer.Connectors.Slack;

/// <summary>Calls methods of Slack's Web API as a bot. Whatever comes back is a reply, and no message of it holds the token.</summary>
/// <param name="http">Must not follow redirects: the token goes to Slack alone.</param>
/// <param name="token">Of the bot.</param>
/// <param name="clock">For the pause that Slack asks for.</param>
internal sealed class SlackClient(HttpClient http, string token, TimeProvider clock)
{
    // A reply repeats the message, which is small.
    private const int MostBytes = 1 << 20;

    private static readonly Uri Api = new("https://slack.com/api/");

    /// <summary>How long Slack may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls a method.</summary>
    /// <param name="method">Such as chat.postMessage.</param>
    /// <param name="arguments">As JSON.</param>
    /// <param name="cancellationToken">Ends the wait: whether Slack did it is not known then.</param>
    public async Task<SlackReply> CallAsync(string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Api, method))
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments)),
        };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Optimizer", "1"));
        using var patience = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            return await ReplyAsync(answer, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new("no answer in time", null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new(NoticeText.Plain(fault.Message), null);
        }
    }

    private async Task<SlackReply> ReplyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return new("ratelimited", null) { RetryAfter = clock.GetUtcNow() + (answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(30)) };
        }

        var status = string.Create(CultureInfo.InvariantCulture, $"status {(int)answer.StatusCode}");
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return new(status, null);
        }

        try
        {
            return Read(await BytesAsync(answer, cancellationToken).ConfigureAwait(false)) ?? new("an answer that cannot be read", null);
        }
        catch (JsonException)
        {
            return new("an answer that cannot be read", null);
        }
    }

    private static async Task<byte[]> BytesAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var (bytes, count) = (new byte[MostBytes], 0);
        while (count < bytes.Length && await body.ReadAsync(bytes.AsMemory(count), cancellationToken).ConfigureAwait(false) is > 0 and var some)
        {
            count += some;
        }

        return bytes[..count];
    }

    private static SlackReply? Read(byte[] body)
    {
        if (JsonNode.Parse(body) is not JsonObject reply || Text(reply, "ok", JsonValueKind.True, JsonValueKind.False) is not { } ok)
        {
            return null;
        }

        return ok == "true"
            ? new(null, Text(reply, "ts", JsonValueKind.String)) { Team = Text(reply, "team", JsonValueKind.String) }
            : new(NoticeText.Plain(Text(reply, "error", JsonValueKind.String) ?? "an error without a name"), null);
    }

    private static string? Text(JsonObject reply, string name, params JsonValueKind[] kinds) =>
        reply[name] is JsonValue value && kinds.Contains(value.GetValueKind()) ? value.ToString() : null;
}

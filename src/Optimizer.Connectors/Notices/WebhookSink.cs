using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Notices;

/// <summary>
/// Posts notices as signed JSON. Any 2xx is an arrival, everything else is not, redirects included: a signed message goes only where the
/// owner said. A receiver that gets the same Idempotency-Key again has it already.
/// </summary>
/// <param name="name">As the settings name it.</param>
/// <param name="address">Where to.</param>
/// <param name="secret">Shared with the receiver.</param>
/// <param name="http">Must not follow redirects.</param>
/// <param name="clock">Signs the time.</param>
/// <param name="link">Address of the cockpit; null for none.</param>
public sealed class WebhookSink(string name, Uri address, string secret, HttpClient http, TimeProvider clock, Uri? link) : INoticeSink
{
    public string Name => name;

    /// <summary>Makes the link with which the reader answers a question; null when they get none.</summary>
    public Func<KeptNotice, Uri?>? Answer { get; init; }

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public async Task<SinkAnswer> DeliverAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        var document = NoticeJson.Of(parcel, link, Answer);
        var body = JsonSerializer.SerializeToUtf8Bytes(document);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Optimizer", "1"));
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret, clock.GetUtcNow(), body));
        request.Headers.Add("Idempotency-Key", Uri.EscapeDataString(parcel.Key));
        request.Headers.Add("Optimizer-Event", document["type"]!.GetValue<string>());
        request.Headers.Add("Optimizer-Attempt", (parcel.Attempts.Count + 1).ToString(CultureInfo.InvariantCulture));
        using var patience = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            return new(answer.IsSuccessStatusCode, NoticeText.Plain($"{(int)answer.StatusCode} {answer.ReasonPhrase}"), RetryAfter(answer));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(false, string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds:0.#} s"));
        }
        catch (HttpRequestException fault)
        {
            return new(false, NoticeText.Plain(fault.Message));
        }
    }

    private DateTimeOffset? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } pause } => clock.GetUtcNow() + pause,
        { Date: { } date } => date,
        _ => null,
    };
}

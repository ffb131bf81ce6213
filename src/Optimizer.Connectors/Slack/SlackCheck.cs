using Optimizer.Connectors.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Connectors.Slack;

/// <summary>Whether a bot may speak, without saying anything.</summary>
public static class SlackCheck
{
    /// <summary>Asks Slack whose token it is.</summary>
    /// <param name="token">Of the bot.</param>
    /// <param name="network">Carries what goes out; null for the network itself.</param>
    /// <param name="clock">Bounds the wait to 10 s.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>Which workspace it is in, or what is wrong; final when the owner has to put it right.</returns>
    public static async Task<SinkAnswer> AskAsync(string token, HttpMessageHandler? network, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(network ?? NoticeNetwork.Make(), disposeHandler: network is null) { Timeout = Timeout.InfiniteTimeSpan };
        var reply = await new SlackClient(http, token, clock).CallAsync("auth.test", [], cancellationToken).ConfigureAwait(false);
        return reply.Error is not { } error
            ? new(true, NoticeText.Plain(reply.Team ?? "a workspace without a name"))
            : new(false, SlackFaults.Advice(error) is { } advice ? $"{error}: {advice}" : error) { IsFinal = SlackFaults.Of(error) == SlackFault.Owner };
    }
}

using System.Text.Json.Nodes;
using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Slack;

/// <summary>One channel of Slack: posts and changes messages in it, and answers those who press buttons.</summary>
internal sealed class SlackRoom(SlackClient client, string channel, QuestionMessage questions, TimeProvider clock) : IChatRoom
{
    // The owner has to do something: there is no hurry, and their log shall stay readable.
    private static readonly TimeSpan OwnersPause = TimeSpan.FromMinutes(10);

    public string Channel => channel;

    /// <summary>Until when Slack asked to be left alone; in the past when it did not.</summary>
    public DateTimeOffset HeldUntil { get; private set; } = DateTimeOffset.MinValue;

    public async Task<SinkAnswer> ShowAsync(string message, ApprovalCard card, CancellationToken cancellationToken) =>
        Answer(await ChangeAsync(channel, message, questions.Of(card), cancellationToken).ConfigureAwait(false));

    public async Task<SinkAnswer> WhisperAsync(string person, string text, CancellationToken cancellationToken) => Answer(await CallAsync(
        "chat.postEphemeral", Quiet(channel, new() { ["user"] = person, ["text"] = SlackText.Line(text, SlackBlocks.LongestSection) }), cancellationToken).ConfigureAwait(false));

    public async Task<SinkAnswer> AskReasonAsync(string trigger, string message, ApprovalCard card, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        var origin = new ReasonOrigin(new(card.Request.Id, card.Request.PayloadHash), channel, message);
        return Answer(await CallAsync("views.open", new() { ["trigger_id"] = trigger, ["view"] = ReasonForm.Of(origin, card) }, cancellationToken).ConfigureAwait(false));
    }

    public Task<SlackReply> PostAsync(JsonObject message, CancellationToken cancellationToken) => CallAsync("chat.postMessage", Quiet(channel, message), cancellationToken);

    /// <param name="where">The channel of the message, which may be a former one of the settings.</param>
    /// <param name="message">Its time stamp.</param>
    /// <param name="content">What it shows from now on.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<SlackReply> ChangeAsync(string where, string message, JsonObject content, CancellationToken cancellationToken)
    {
        var arguments = Quiet(where, content);
        arguments["ts"] = message;
        return CallAsync("chat.update", arguments, cancellationToken);
    }

    public Task<SlackReply> DeleteAsync(string where, string message, CancellationToken cancellationToken) =>
        CallAsync("chat.delete", new() { ["channel"] = where, ["ts"] = message }, cancellationToken);

    /// <summary>A reply as the outbox understands it.</summary>
    public SinkAnswer Answer(SlackReply reply)
    {
        if (reply.Error is not { } error)
        {
            return new(true, reply.Message is { } message ? $"message {message}" : "ok");
        }

        var fault = SlackFaults.Of(error);
        return new(false, SlackFaults.Advice(error) is { } advice ? $"{error}: {advice}" : error, fault == SlackFault.Owner ? clock.GetUtcNow() + OwnersPause : reply.RetryAfter)
        {
            IsFinal = fault == SlackFault.Never,
        };
    }

    private async Task<SlackReply> CallAsync(string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var reply = await client.CallAsync(method, arguments, cancellationToken).ConfigureAwait(false);
        if (reply.RetryAfter is { } until)
        {
            HeldUntil = until;
        }

        return reply;
    }

    // Names in the text become no mentions, and addresses fetch no previews.
    private static JsonObject Quiet(string where, JsonObject content)
    {
        var arguments = (JsonObject)content.DeepClone();
        arguments["channel"] = where;
        arguments["link_names"] = false;
        arguments["mrkdwn"] = false;
        arguments["parse"] = "none";
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        return arguments;
    }
}

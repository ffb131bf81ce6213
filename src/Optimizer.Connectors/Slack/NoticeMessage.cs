using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Connectors.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Slack;

/// <summary>What is told and asks nothing, as a message: one notice, or a digest of several.</summary>
internal static class NoticeMessage
{
    private const int LongestSubject = 300;

    /// <param name="notices">Oldest first; at least one.</param>
    /// <param name="cockpit">Its address, with a slash at its end; null for no links.</param>
    public static JsonObject Of(IReadOnlyList<KeptNotice> notices, Uri? cockpit) => notices is [var only] ? Of(only, cockpit) : Digest(notices, cockpit);

    private static JsonObject Of(KeptNotice kept, Uri? cockpit)
    {
        var notice = kept.Notice;
        var blocks = new JsonArray(SlackBlocks.Section($"*{Subject(notice)}*"));
        if (!string.IsNullOrWhiteSpace(notice.Text))
        {
            blocks.Add(SlackBlocks.Section(SlackText.Lines(notice.Text.Trim(), SlackBlocks.LongestSection)));
        }

        if (NoticeLink.Of(cockpit, notice) is { } address)
        {
            blocks.Add(SlackBlocks.Buttons([SlackBlocks.Link(address)]));
        }

        blocks.Add(SlackBlocks.Context($"{SlackText.Line(notice.Severity, LongestSubject)} · {SlackText.Moment(kept.At)}"));
        return new() { ["text"] = Subject(notice), ["blocks"] = blocks };
    }

    private static JsonObject Digest(IReadOnlyList<KeptNotice> notices, Uri? cockpit)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"Digest: {notices.Count} messages");
        var blocks = new JsonArray(SlackBlocks.Header(head));
        foreach (var kept in notices.Take(SlackBlocks.MostSections))
        {
            blocks.Add(SlackBlocks.Section(
                $"*{Subject(kept.Notice)}*{(NoticeLink.Of(cockpit, kept.Notice) is { } address ? $"  <{address.AbsoluteUri}|open>" : "")}\n"
                + $"{SlackText.Line(kept.Notice.Severity, LongestSubject)} · {SlackText.Moment(kept.At)} {SlackText.Line(kept.Notice.Text, LongestSubject)}"));
        }

        if (notices.Count > SlackBlocks.MostSections)
        {
            blocks.Add(SlackBlocks.Context(string.Create(CultureInfo.InvariantCulture, $"and {notices.Count - SlackBlocks.MostSections} more: optimizer notifications list")));
        }

        return new() { ["text"] = head, ["blocks"] = blocks };
    }

    private static string Subject(Notice notice) => SlackText.Line(notice.Play == "-" ? notice.Subject : $"{notice.Play}: {notice.Subject}", LongestSubject);
}

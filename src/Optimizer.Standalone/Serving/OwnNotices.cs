using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Links;
using Optimizer.Connectors.Notices;
using Optimizer.Standalone.Loop;
using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Serving;

/// <summary>Who is told, as the data directory says: terminal and file where it says nothing.</summary>
internal static class OwnNotices
{
    /// <exception cref="NoticeSettingsException">The file cannot be used; the message names file, line and field.</exception>
    public static NoticePost Open(ServeOptions options, LocalRecords records)
    {
        var read = NoticeSettingsPlace.Read(options.Folder);
        var settings = read.Settings ?? throw new NoticeSettingsException(string.Join(Environment.NewLine, read.Problems));
        return new(
            records.Store.Told, settings, Environment.GetEnvironmentVariable, options.Folder, options.Terminal.WriteLine, options.Clock, new(),
            settings.Link is { } address ? Answers(new(LinkKey.Open(options.Folder), address)) : null,
            (id, cancellationToken) => new ApprovalCards(records.Client(), records.Audit).FindAsync(id, cancellationToken), options.Network);
    }

    // A link to a question above their seat would only be refused.
    private static Func<KeptNotice, Answerer, Uri?> Answers(ApprovalLinks links) => (kept, who) =>
        kept.Notice.Request is { } request && request.Seat <= who.Seat ? links.Of(request, new(who.Name, who.Seat), kept.At, kept.Key) : null;
}

using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Pages.Settings;

/// <summary>Who is told at a sink; never its secret, nor an address that is one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reader">Who reads it, and when.</param>
/// <param name="Where">Host that it goes to; empty where there is none or it is not told.</param>
public sealed record SinkLine(string Name, string Kind, string Reader, string Where)
{
    public static SinkLine Of(SinkSettings sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return new(
            sink.Name, sink.Kind.ToString().ToLowerInvariant(), ReaderOf(sink),
            sink.Url is { } address ? address.Host : sink.UrlVariable is null ? "" : "an address that is a secret");
    }

    private static string ReaderOf(SinkSettings sink)
    {
        var reader = sink.Recipient;
        var when = reader.IsMachine ? "a program: everything at once"
            : reader.Digest.Count == 0 ? "people, at once"
            : $"people, together at {string.Join(", ", reader.Digest.Select(time => $"{time:HH\\:mm}"))} {reader.TimeZone}; urgent things at once";
        var quiet = reader.Quiet is { } night ? $", quiet from {night.From:HH\\:mm} to {night.Until:HH\\:mm}" : "";
        var some = reader.Severities.Count == Enum.GetValues<Domain.Notices.NoticeSeverity>().Length
            ? "" : $", only {string.Join(", ", reader.Severities.Select(each => each.ToString().ToLowerInvariant()))}";
        var answers = sink.Answers is { } who ? $"; {who.Name} answers questions up to {SeatWords.Of(who.Seat)} by link" : "";
        return when + quiet + some + answers;
    }
}

using Optimizer.Workflows.Notices;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>A parcel that waits, as the sink's queue needs to know it; its row is gone once it is settled.</summary>
/// <param name="Number">Of the parcel.</param>
/// <param name="NextTry">When it is tried next.</param>
/// <param name="Plays">What it tells of.</param>
/// <param name="IsOpen">Whether more may be put into it: a digest that is no replay.</param>
internal sealed record WaitingRow(long Number, DateTimeOffset NextTry, IReadOnlyList<string> Plays, bool IsOpen)
{
    public static WaitingRow Of(Parcel parcel) => new(
        parcel.Number, parcel.NextTry, [.. parcel.Notices.Select(each => each.Notice.Play).Distinct(StringComparer.Ordinal)], parcel.IsDigest && parcel.ReplayOf is null);
}

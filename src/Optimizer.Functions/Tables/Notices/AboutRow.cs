using Optimizer.Domain.Notices;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>All that was told about one object.</summary>
/// <param name="Version">Of the last notice.</param>
/// <param name="Told">The last of them, oldest first.</param>
internal sealed record AboutRow(int Version, IReadOnlyList<ToldBefore> Told)
{
    // Two messages about the same are a day apart at the most for the rule.
    private const int MostTold = 64;

    /// <summary>What a sink was told, newest first.</summary>
    public IReadOnlyList<PastNotice> Past(string sink) =>
        [.. Told.Reverse().Where(told => told.Parcels.ContainsKey(sink)).Select(told => new PastNotice(told.Facts, told.At, told.Parcels[sink].HeldUntil))];

    public AboutRow And(ToldBefore told) => new(Version + 1, [.. Told.Where(each => each.Parcels.Count > 0).TakeLast(MostTold - 1), told]);
}

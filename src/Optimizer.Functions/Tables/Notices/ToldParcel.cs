namespace Optimizer.Functions.Tables.Notices;

/// <summary>Where a notice was put.</summary>
/// <param name="Number">Of the parcel.</param>
/// <param name="HeldUntil">When it goes out; null when it went out, or goes at once.</param>
internal sealed record ToldParcel(long Number, DateTimeOffset? HeldUntil);

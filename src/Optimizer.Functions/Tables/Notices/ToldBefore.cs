using Optimizer.Domain.Notices;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>A notice about an object as later ones need to know it.</summary>
/// <param name="Key">Of the notice.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Facts">What it said.</param>
/// <param name="Parcels">Where it was put, by sink; not where it was dropped or taken out again.</param>
internal sealed record ToldBefore(string Key, DateTimeOffset At, NoticeFacts Facts, Dictionary<string, ToldParcel> Parcels);

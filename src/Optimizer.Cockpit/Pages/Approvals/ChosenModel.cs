using Optimizer.Cockpit.Api.Approvals;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>Questions that are about to be approved together.</summary>
/// <param name="Cards">What would be done.</param>
/// <param name="Gone">How many of those chosen are decided or superseded since.</param>
public sealed record ChosenModel(IReadOnlyList<ApprovalShown> Cards, int Gone)
{
    /// <summary>Plays whose visitors would meet a change.</summary>
    public int Plays => Cards.Select(card => card.Play).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Mean share of their traffic that would meet it, in [0, 1].</summary>
    public double TrafficShare => Cards.Count == 0 ? 0 : Cards.Average(card => card.TrafficShare);
}

using Optimizer.Cockpit.Pages.Shell;

namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>Records of one class since somebody looked last: one line with their number, which opens to all of them (S1-028, S1-029).</summary>
/// <param name="Text">Such as "2 experiments reverted".</param>
/// <param name="Rows">The records, newest first; as many as the number says.</param>
public sealed record SinceLine(string Text, IReadOnlyList<TrailRow> Rows);

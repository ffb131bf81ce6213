using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.Backtests;

/// <summary>A play that watches or suggests.</summary>
/// <param name="Play">Its slug.</param>
/// <param name="Autonomy">Shadow or advisory.</param>
/// <param name="Would">What it would have done, newest first, as many as fit.</param>
/// <param name="Changed">When people changed its definition since the oldest of them, newest first.</param>
public sealed record ShadowPlay(string Play, Autonomy Autonomy, IReadOnlyList<WouldLine> Would, IReadOnlyList<(DateTimeOffset At, long Record)> Changed);

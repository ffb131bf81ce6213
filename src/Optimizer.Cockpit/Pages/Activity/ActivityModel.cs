using Optimizer.Cockpit.Pages.Shell;

namespace Optimizer.Cockpit.Pages.Activity;

/// <summary>What happened, newest first, through filters.</summary>
/// <param name="Group">Kinds shown.</param>
/// <param name="Play">Of this play only; empty for all.</param>
/// <param name="Experiment">Of this experiment only; empty for all.</param>
/// <param name="Since">From this day or moment on, as it was typed; empty for no end.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Address of older ones; null when there are none.</param>
/// <param name="Problem">What is wrong with the filters; null when nothing is.</param>
public sealed record ActivityModel(ActivityGroup Group, string Play, string Experiment, string Since, IReadOnlyList<TrailRow> Rows, string? Next, string? Problem);

using Optimizer.Workflows.Instances;

namespace Optimizer.Cockpit.Pages.Health;

/// <summary>An instance that does not go on by itself.</summary>
/// <param name="Id">Of the engine.</param>
/// <param name="Workflow">What it does.</param>
/// <param name="State">Parked, suspended or failed.</param>
/// <param name="Since">When it stopped.</param>
/// <param name="Why">What the engine or a person said.</param>
/// <param name="Advice">What to do.</param>
/// <param name="CanResume">Whether it goes on when it is told to.</param>
public sealed record HeldInstance(string Id, string Workflow, RunState State, DateTimeOffset Since, string Why, string Advice, bool CanResume);

using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Cockpit.Api.Experiments;

/// <summary>An experiment with every look at it.</summary>
/// <param name="Experiment">In short.</param>
/// <param name="Start">How it was planned; null when it was refused before it began.</param>
/// <param name="Now">How it stands; null once it is over.</param>
/// <param name="WaitingOn">Id of its open question; null for none.</param>
/// <param name="Looks">Oldest first.</param>
/// <param name="End">How it ended; null while it runs.</param>
/// <param name="Adopted">The change that went live; null when none did.</param>
internal sealed record ExperimentAnswer(
    ExperimentLine Experiment, ExperimentStarted? Start, ActiveExperiment? Now, string? WaitingOn, IReadOnlyList<ExperimentLook> Looks, ExperimentEnded? End, ChangeAdopted? Adopted);

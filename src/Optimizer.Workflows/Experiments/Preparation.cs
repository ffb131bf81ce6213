using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Experiments;

/// <summary>What preparing an experiment found out.</summary>
/// <param name="Before">The setting now live.</param>
/// <param name="WatchMinutes">Between two safety watches.</param>
/// <param name="FirstLook">When it is looked at first.</param>
/// <param name="EndDay">Planned last day.</param>
/// <param name="RequiredUnits">Units per variant that the hypothesis needs; null when not known.</param>
/// <param name="Policy">Hash of the policy in force.</param>
public sealed record Preparation(VariableSetting Before, int WatchMinutes, DateTimeOffset FirstLook, int EndDay, long? RequiredUnits, string Policy);

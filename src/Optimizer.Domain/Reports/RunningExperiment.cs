namespace Optimizer.Domain.Reports;

/// <summary>An experiment that runs at the end of the week.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Change">What is tried, in words.</param>
/// <param name="Variable">What is changed.</param>
/// <param name="Day">Complete days at the end of the week.</param>
/// <param name="Days">Planned length, extensions counted.</param>
/// <param name="Expected">Gain that the hypothesis expects, a share.</param>
/// <param name="Detectable">Smallest lift it can find at this traffic; null when not known.</param>
/// <param name="Criteria">What would end it, in words.</param>
/// <param name="Holdback">True after a provisional adoption: live for most, evidence still grows.</param>
public sealed record RunningExperiment(
    string Experiment, string Change, string Variable, int Day, int Days, double Expected, double? Detectable, string Criteria, bool Holdback);

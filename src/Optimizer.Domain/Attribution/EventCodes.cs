namespace Optimizer.Domain.Attribution;

/// <summary>Why an event is set aside, as programs read it.</summary>
public static class EventCodes
{
    public const string MissingField = "missing_field";
    public const string TooLong = "too_long";
    public const string BadText = "bad_text";
    public const string InFuture = "in_future";
    public const string Ancient = "ancient";
    public const string ValueMissing = "value_missing";
    public const string ValueTooFine = "value_too_fine";
    public const string ValueTooLarge = "value_too_large";

    /// <summary>It is taken by itself once the experiment is known.</summary>
    public const string UnknownExperiment = "unknown_experiment";

    public const string UnknownVariant = "unknown_variant";
    public const string BeforeExperiment = "before_experiment";
    public const string ExperimentClosed = "experiment_closed";
    public const string Crossover = "crossover";
    public const string TooManyNames = "too_many_names";

    /// <summary>The text was no event at all.</summary>
    public const string Unreadable = "unreadable";
}

using Optimizer.Domain.Approvals;
using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Policies;

/// <summary>
/// What policy says for one play, resolved over all scopes (REQUIREMENTS section 1): caps tightest, stop rules all, gates
/// strictest, approvals highest seat, preferences narrowest. The defaults are the profile gtm-play.
/// </summary>
public sealed record EffectivePolicy
{
    /// <summary>Version and hash, such as 3/9f2c41d0; "defaults" without a file.</summary>
    public string Version { get; init; } = "defaults";

    public Profile Profile { get; init; }

    public string Site { get; init; } = "default";

    /// <summary>Null when the play belongs to no page.</summary>
    public string? Page { get; init; }

    /// <summary>Highest autonomy the play may ever have.</summary>
    public Autonomy AutonomyCeiling { get; init; } = Autonomy.Full;

    /// <summary>Where a new play begins.</summary>
    public Autonomy AutonomyStart { get; init; } = Autonomy.Shadow;

    /// <summary>Whether a manager let the play begin above shadow without a scorecard (C34).</summary>
    public bool SkipGraduation { get; init; }

    // Caps
    public int PlayMaxActive { get; init; } = 1;

    public int PageMaxActive { get; init; } = 1;

    public int SiteMaxActive { get; init; } = 3;

    public int SiteMaxStartsPerDay { get; init; } = 3;

    public int PlayMaxStarts { get; init; } = 4;

    /// <summary>Days of the rolling window of <see cref="PlayMaxStarts"/>; null counts calendar months.</summary>
    public int? StartsWindowDays { get; init; } = 30;

    /// <summary>Diagnoses a play may make in 7 days (S0x-003).</summary>
    public int MaxDiagnosesPerWeek { get; init; } = 1;

    /// <summary>Readings a play may make a day, by hand included (S0x-002).</summary>
    public int MaxChecksPerDay { get; init; } = 24;

    public int FailuresBeforePause { get; init; } = 4;

    /// <summary>Whether an experiment that only did not win counts as a failure too (C30).</summary>
    public bool NotAdoptedIsFailure { get; init; }

    public int CooldownDays { get; init; } = 7;

    /// <summary>Caps on starts over further windows, such as a quarter.</summary>
    public IReadOnlyList<StartLimit> StartLimits { get; init; } = [];

    /// <summary>Largest relative increase of a budget within 24 hours (C15).</summary>
    public double MaxBudgetIncrease { get; init; } = 0.5;

    // Stops

    /// <summary>Whether the policy file freezes the play: nothing is written.</summary>
    public bool IsFrozen { get; init; }

    // Gates
    public int MinBaselineDays { get; init; } = 28;

    /// <summary>Everything a decision depends on; stop rules and their modes included.</summary>
    public DecisionRules Rules { get; init; } = new();

    /// <summary>Largest relative harm to another metric, as a share (S0x-004).</summary>
    public double MaxSecondaryDegradation { get; init; } = 0.05;

    // Approvals
    public double ApproveBudgetAbove { get; init; } = 0.2;

    public double ApproveTrafficAbove { get; init; } = 0.5;

    /// <summary>Gain above which a proven variant is deployed without a person (C07).</summary>
    public double PromoteAutoAbove { get; init; } = 0.2;

    /// <summary>Gain below which a person reviews.</summary>
    public double PromoteReviewBelow { get; init; } = 0.1;

    /// <summary>Classes that always ask, with the seat that answers.</summary>
    public IReadOnlyDictionary<ChangeClass, Seat> ClassSeats { get; init; } = new Dictionary<ChangeClass, Seat>
    {
        [ChangeClass.Pricing] = Seat.Ceo,
        [ChangeClass.Legal] = Seat.Ceo,
        [ChangeClass.Strategy] = Seat.Domain,
    };

    public Seat DefaultSeat { get; init; } = Seat.Manager;

    /// <summary>Who signs that a play acts alone: the head of growth (C34).</summary>
    public Seat FullAutonomySeat { get; init; } = Seat.Domain;

    /// <summary>Who signs a wider policy (S3-004).</summary>
    public Seat PolicySeat { get; init; } = Seat.Ceo;

    /// <summary>Variables of which every change asks.</summary>
    public IReadOnlyList<string> AskVariables { get; init; } = [];

    public TimeoutAction ApprovalTimeout { get; init; } = TimeoutAction.Park;

    public double ApprovalHours { get; init; } = 24;

    public int ApprovalQuorum { get; init; } = 1;

    // Preferences
    public int DecideEveryDays { get; init; } = 1;

    public int WatchEveryMinutes { get; init; } = 15;

    public string TimeZone { get; init; } = "UTC";

    /// <summary>fixed or bandit (C21).</summary>
    public bool IsBandit { get; init; }

    /// <summary>Whether a diagnosis may also begin without an anomaly (C11).</summary>
    public bool IsProactive { get; init; }

    public DayOfWeek ReportDay { get; init; } = DayOfWeek.Monday;

    public int ReportHour { get; init; } = 9;

    /// <summary>Every value with the scope, file and line it comes from, by key.</summary>
    public IReadOnlyDictionary<string, PolicyValue> Values { get; init; } = new Dictionary<string, PolicyValue>();
}

using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Testing;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Domain.Audit;

/// <summary>A made-up trail of one play: a drop, three hypotheses, one experiment that wins, one that does harm. Everything computed in it is really computed.</summary>
public sealed class Story
{
    public const string Slug = "onboarding-checklist";
    public const string Winner = Slug + "-1";
    public const string Loser = Slug + "-2";
    public const string Hostile = "[red]ship[/] it | now <script>alert(1)</script>\n# really";

    private readonly List<KeyedEntry> _entries = [];
    private readonly string _definition;
    private DateTimeOffset _at = Start;

    private Story(Play play, string definition) => (Play, _definition) = (play, definition);

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static string DefinitionText { get; } = File.ReadAllText(Repository.File("samples", "plays", Slug + ".yaml"));

    public Play Play { get; }

    public IReadOnlyList<KeyedEntry> Entries => _entries;

    /// <summary>Id of the decision that ended the winner.</summary>
    public string Decision { get; private set; } = "";

    /// <param name="definition">Hash of the definition's text, as a store gives it.</param>
    public static Story Tell(string definition = "0123456789abcdef")
    {
        var story = new Story(PlayFile.Read(DefinitionText, Slug + ".yaml").Plays[0].Play, definition);
        story.Begin();
        story.Try(Winner, "first_step_copy", 0.13, rank: 1);
        story.Try(Loser, "step_order", 0.05, rank: 2);
        return story;
    }

    /// <summary>The entries as records of a whole trail.</summary>
    public IReadOnlyList<AuditRecord> Records()
    {
        var (head, records) = (TrailHead.Empty, new List<AuditRecord>());
        foreach (var (key, entry) in _entries)
        {
            var link = AuditChain.Next(head, key, AuditText.Write(entry));
            head = new(link.Sequence, link.Hash);
            records.Add(new(link.Sequence, link.Key, link.Text, link.PreviousHash, link.Hash, AuditText.Read(link.Text)));
        }

        return records;
    }

    private void Begin()
    {
        Add("enrolled", null, $"{Slug}/tick-1", new PlayEnrolled(
            Play.Name, _definition, "gtm-play", "shop.example", [.. Play.Primary.Select(kpi => kpi.Key)], [], Autonomy.Full));
        var kpi = Play.Primary.First();
        double?[] figures = [.. Enumerable.Range(0, 56).Select(day => (double?)(day < 42 ? 0.4 : 0.25))];
        var series = KpiSeries.Create(kpi.ToKpi(), figures.Select((figure, day) => new KpiPoint(new DateOnly(2026, 1, 5).AddDays(day), figure))).Required();
        var reading = Optimizer.Domain.Monitoring.Monitor.Classify(series, KpiBands.RulesOf(Play.Monitor, kpi.Direction));
        Add("anomaly", null, Anomaly, new AnomalyFound(Anomaly, kpi.Key, reading.Class, reading.Change, series.Start, figures, reading.Reasons));
        Add("proposed", null, Anomaly, new HypothesesProposed(
            Anomaly, "rules", "ab12", "prompt", 56, [], [Claim("first_step_copy", 1), Claim("step_order", 2), Claim("sample_data_offer", 3)]));
    }

    private static string Anomaly => $"{Slug}/activation_rate/2026-03-01";

    private static Hypothesis Claim(string variable, int rank) => new()
    {
        Id = $"{Slug}-h{rank}",
        Rank = rank,
        Variable = variable,
        Change = $"Change {variable}: {Hostile}",
        Setting = new(variable, $"\"new {variable}\""),
        Rationale = "New accounts leave at this step; those who pass it stay.",
        ExpectedImpact = 0.1,
        Risk = RiskLevel.Low,
        Class = ChangeClass.Copy,
    };

    private void Try(string id, string variable, double rate, int rank)
    {
        var claim = Claim(variable, rank);
        var action = new ProposedAction
        {
            Kind = ActionKind.StartExperiment,
            Play = Slug,
            At = _at,
            Experiment = id,
            Variable = variable,
            Fingerprint = claim.Fingerprint,
            Class = claim.Class,
            Risk = claim.Risk,
            BaselineDays = 56,
        };
        var policy = PolicyBook.Defaults.For(Play);
        Add($"{id}/ruling", id, Anomaly, new RulingGiven(
            $"{Slug}-r{rank}", action, ActionHistory.Empty, Autonomy.Full, $"{PlayTerms.NoPolicy}/{_definition}",
            PolicyRule.Rule(action, ActionHistory.Empty, Autonomy.Full, policy)));
        Ask(id, rank);
        Add($"{id}/start", id, Anomaly, new ExperimentStarted(
            claim, _at, 14, "activation_rate up by 10 % or more", ["control", "variant"], [0.5, 0.5], 0.08, []));
        Change(id, "flag", "nothing", "50 : 50");
        var decided = Look(id, rate);
        Change(id, "settle", "\"old\"", decided.Decision.Kind == DecisionKind.AdoptProven ? claim.Setting.Json : "\"old\"");
        if (decided.Decision.Kind == DecisionKind.AdoptProven)
        {
            Decision = decided.Id;
            Add($"{id}/adopted", id, id, new ChangeAdopted("activation_rate", new(variable, "\"old\""), claim.Setting, claim.Change, true, 0.2, 0.05, 0.6));
        }

        Add($"{id}/end", id, id, new ExperimentEnded(
            decided.Decision.Kind, decided.Id, rate / 0.1 - 1, decided.Decision.Kind == DecisionKind.AdoptProven ? 0.2 : 0, -0.1, 0.6, 0.08,
            2000L * decided.Evidence.Days.Count, 0.1, rate, decided.Decision.Reasons));
    }

    private void Ask(string id, int rank)
    {
        var request = new ApprovalRequest
        {
            Id = $"{Slug}-q{rank}",
            Play = Slug,
            Experiment = id,
            Title = "Start the experiment",
            Action = ActionKind.StartExperiment,
            Class = ChangeClass.Copy,
            Before = "",
            After = "new",
            PayloadHash = "cd34",
            Reasons = ["the play asks"],
            RequestedBy = "loop",
            Seat = Seat.Manager,
            AskedAt = _at,
            ExpiresAt = _at.AddDays(1),
            OnTimeout = TimeoutAction.Park,
        };
        Add($"{id}/asked", id, Anomaly, new ApprovalAsked(request));
        var answer = new ApprovalAnswer(true, "ana@example.com", Seat.Manager, true, "cd34", "cli", _at, Hostile);
        Add($"{id}/answered", id, Anomaly, new ApprovalAnswered(request.Id, answer, true, "seat and hash fit"));
        Add($"{id}/closed", id, Anomaly, new ApprovalEnded(request.Id, ApprovalState.Approved, answer.By, answer.Comment));
    }

    private DecisionRecord Look(string id, double rate)
    {
        var first = DateOnly.FromDateTime(_at.UtcDateTime);
        for (var days = 1; ; days++)
        {
            _at = _at.AddDays(1);
            var evidence = new Exposures
            {
                Experiment = id,
                Variants = ["control", "variant"],
                IsConversion = true,
                Direction = KpiDirection.HigherIsBetter,
                Days = [.. Enumerable.Range(0, days).Select(day => new ExposureDay(
                    first.AddDays(day), [0.5, 0.5],
                    [GroupCount.Conversions(1000, 100), GroupCount.Conversions(1000, (long)(1000 * rate))],
                    new Dictionary<string, IReadOnlyList<GroupCount>>()))],
            };
            var rules = new DecisionRules();
            var record = new DecisionRecord
            {
                Id = $"{id}.{days}",
                Play = Slug,
                Experiment = id,
                At = _at,
                Policy = "defaults/" + _definition,
                Rules = rules,
                MaxSecondaryDegradation = 0.05,
                Evidence = evidence,
                Decision = EvidenceRule.Judge(evidence, rules, 0.05).Decision,
            };
            Add($"{id}/look-{days}", id, id, new DecisionMade(record));
            if (record.Decision.Kind != DecisionKind.Extend)
            {
                return record;
            }
        }
    }

    private void Change(string id, string what, string before, string after)
    {
        Add($"{id}/{what}/intent", id, id, new EffectIntended($"{id}/{what}", $"{what} of {id}", before, after));
        Add($"{id}/{what}/done", id, id, new EffectDone($"{id}/{what}", "ok"));
    }

    private void Add(string key, string? experiment, string cause, AuditEvent happened)
    {
        _at = _at.AddMinutes(1);
        _entries.Add(new($"{Slug}/{key}", new() { At = _at, Play = Slug, Experiment = experiment, Actor = "loop", Cause = cause, Event = happened }));
    }
}

using System.Text.RegularExpressions;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Workflows.Answers;

/// <summary>All deeds that questions may ask for.</summary>
internal static class Deeds
{
    // Of two whose words are both there the one that comes first in the text is asked for; "unfreeze" stands before "freeze" where they begin alike.
    private static readonly Deed[] All =
    [
        Of("adopted", "adopt(?:ed|ing|s)?|ship(?:ped)?|roll(?:ed)?\\s+(?:it\\s+)?out|promot(?:e|ed)|made?\\s+(?:it\\s+)?permanent", ["change.adopted", "experiment.ended"],
            e => e is ChangeAdopted or ExperimentEnded { End: DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated }),
        Of("asked about", "ask(?:ed|ing)?|request(?:ed)?(?:\\s+approval)?|need(?:ed)?\\s+(?:an?\\s+)?approval", ["approval.asked"]),
        Of("approved", "approv(?:e|ed|ing)|said\\s+yes|say\\s+yes|sign(?:ed)?\\s+off|accept(?:ed)?", ["approval.answered", "approval.ended"],
            e => e is ApprovalAnswered { Answer.Approve: true, Counts: true } or ApprovalEnded { State: ApprovalState.Approved }),
        Of("rejected", "reject(?:ed)?|den(?:y|ied)|refus(?:e|ed)|declin(?:e|ed)|said\\s+no|say\\s+no|turn(?:ed)?\\s+down|block(?:ed)?", ["approval.answered", "approval.ended", "hypothesis.rejected"],
            e => e is ApprovalAnswered { Answer.Approve: false } or ApprovalEnded { State: ApprovalState.Rejected or ApprovalState.Expired } or HypothesisRejected),
        Of("given another autonomy", "autonomy|graduat(?:e|ed)|demot(?:e|ed)|rais(?:e|ed)|lower(?:ed)?", ["autonomy.changed"]),
        Of("found to have converged", "converg(?:e|ed|ing)", ["play.converged"]),
        Of("reopened", "re-?open(?:ed)?", ["play.reopened"]),
        Of("resumed", "resum(?:e|ed)|unpaus(?:e|ed)|restart(?:ed)?|continu(?:e|ed)", ["play.resumed"]),
        Of("paused", "paus(?:e|ed|ing)|put\\s+on\\s+hold|suspend(?:ed)?", ["play.paused"]),
        Of("unfrozen", "unfr(?:eeze|oze|ozen)|thaw(?:ed)?", ["loop.unfrozen"]),
        Of("frozen", "fr(?:eeze|oze|ozen)", ["loop.frozen"]),
        Of("extended", "extend(?:ed)?|prolong(?:ed)?|keep\\s+running|kept\\s+running", ["experiment.extended", "decision.made"],
            e => e is ExperimentExtended or DecisionMade { Record.Decision.Kind: DecisionKind.Extend }),
        Of("halted as broken", "halt(?:ed)?|invalidat(?:e|ed)", ["experiment.ended"], e => e is ExperimentEnded { End: DecisionKind.Halt }),
        Of("reverted", "revert(?:ed|ing)?|rol(?:l|led)\\s*(?:it\\s+)?back|und(?:o|id|one)|restor(?:e|ed)|t(?:ake|ook)\\s+(?:it\\s+)?out", ["experiment.ended"],
            e => e is ExperimentEnded { End: DecisionKind.Revert }),
        Of("slowed by a stop rule", "throttl(?:e|ed)|cut|reduc(?:e|ed)|trip(?:ped)?", ["safety.tripped"]),
        Of("enrolled", "enrol(?:l|led)?|onboard(?:ed)?|add(?:ed)?", ["play.enrolled"]),
        Of("started", "start(?:ed|ing)?|launch(?:ed)?|beg(?:in|an|un)|tr(?:y|ied)|test(?:ed|ing)?|run", ["experiment.started"]),
        Of("stopped", "stop(?:ped|ping|s)?|kill(?:ed)?|end(?:ed)?|finish(?:ed)?|terminat(?:e|ed)|conclud(?:e|ed)|abort(?:ed)?|cancel(?:led|ed)?|shut(?:\\s+down)?|turn(?:ed)?\\s+off",
            ["experiment.ended", "play.stopped"]),
        Of("given a hypothesis", "propos(?:e|ed)|suggest(?:ed)?|recommend(?:ed)?", ["hypotheses.proposed", "would.have"]),
        Of("flagged", "flag(?:ged)?|alarm(?:ed)?|detect(?:ed)?|notic(?:e|ed)|worr(?:y|ied)|anomaly", ["anomaly.found", "guardrail.broken", "tracking.missing"]),
        Of("held up", "park(?:ed)?|stuck|fail(?:ed)?|hang(?:ing)?|broke(?:n)?", ["play.parked", "effect.failed", "diagnosis.failed"]),
        Of("missed", "miss(?:ed)?|skip(?:ped)?", ["tick.missed"]),
        Of("decided on", "decid(?:e|ed)|decision", ["decision.made", "experiment.ended"]),
        Of("changed", "chang(?:e|ed)|set|edit(?:ed)?|updat(?:e|ed)", ["change.adopted", "play.definition", "autonomy.changed", "order.given"],
            e => e is not OrderGiven { Order: not ("define" or "policy.put" or "policy.propose") }),
    ];

    /// <summary>The deed that a text names first; null when it names none.</summary>
    public static Deed? Find(string text) => All.Select(deed => (Deed: deed, Match: deed.Verbs.Match(text))).Where(each => each.Match.Success)
        .OrderBy(each => each.Match.Index).Select(each => each.Deed).FirstOrDefault();

    private static Deed Of(string past, string verbs, IReadOnlyList<string> kinds, Func<AuditEvent, bool>? says = null) => new(
        past, new($@"(?<![\w-])(?:{verbs})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(200)),
        kinds, says ?? (_ => true));
}

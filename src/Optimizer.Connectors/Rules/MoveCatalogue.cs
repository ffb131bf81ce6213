using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>What the rules know to do, by kind of variable. A variable that it does not know gets moves that suit any.</summary>
public static class MoveCatalogue
{
    private static readonly Dictionary<string, IReadOnlyList<Move>> ByVariable =
        new[]
        {
            CopyMoves.All, PageMoves.All, TimingMoves.All, AudienceMoves.All, OfferMoves.All, ContentMoves.All, ProgramMoves.All, SequenceMoves.All,
            BillingMoves.All, PromptMoves.All, ActivationMoves.All, ReferralMoves.All, SignupPageMoves.All,
        }
            .SelectMany(moves => moves)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static readonly IReadOnlyList<Move> AnyVariable = Of(
        ChangeClass.Experience,
        RiskLevel.Medium,
        2,
        new("simpler", "less", 0.06, "Make it simpler: take out the part that fewest people use", "half as much, the most used part only"),
        new("shorter", "less", 0.05, "Make it shorter by a third", "two thirds of the present length"),
        new("more-specific", "relevance", 0.06, "Say it for the one group that responds best, in its own words", "worded for the best responding group"),
        new("earlier", "timing", 0.05, "Bring it one step earlier, before attention is lost", "one step earlier than today"),
        new("proof", "trust", 0.05, "Put one concrete, checkable proof next to it", "one number with its source"),
        new("without", "less", 0.05, "Leave it out altogether, to learn whether it matters at all", "left out"));

    /// <summary>Variables that have moves of their own.</summary>
    public static IReadOnlyCollection<string> Variables => ByVariable.Keys;

    /// <summary>Moves of a variable, in the order in which they would be tried with nothing known; never empty.</summary>
    public static IReadOnlyList<Move> For(string variable) => ByVariable.GetValueOrDefault(variable) ?? AnyVariable;

    /// <summary>Every setting that the catalogue can reach on a play, for an oracle to choose from.</summary>
    public static IEnumerable<VariableSetting> Reachable(Play play) =>
        play.Variables.SelectMany(variable => For(variable.Key).Select(move => move.Setting(variable.Key)));

    /// <summary>Moves that share class, risk and effort, save where a move says otherwise.</summary>
    internal static IReadOnlyList<Move> Of(ChangeClass kind, RiskLevel risk, int effort, params Move[] moves) =>
        [.. moves.Select(move => move with { Class = kind, Risk = move.Risk > risk ? move.Risk : risk, Effort = Math.Max(effort, move.Effort) })];
}

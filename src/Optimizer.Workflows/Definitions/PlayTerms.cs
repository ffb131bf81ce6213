using System.Text.Json;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Definitions;

/// <summary>What a play runs by: its definition and what policy says for it.</summary>
/// <param name="Play">The definition.</param>
/// <param name="Policy">Resolved for it.</param>
/// <param name="DefinitionHash">Of the definition's text.</param>
/// <param name="PolicyHash">Of the policy's text; "defaults" without one.</param>
public sealed record PlayTerms(Play Play, EffectivePolicy Policy, string DefinitionHash, string PolicyHash)
{
    /// <summary>The whole policy: an experiment or an action may have a scope of its own.</summary>
    public PolicyBook Book { get; init; } = PolicyBook.Defaults;

    /// <summary>Name of the policy in an <see cref="Ports.IPlayStore"/>.</summary>
    public const string PolicyName = "policy";

    /// <summary>Stands for no policy file.</summary>
    public const string NoPolicy = "defaults";

    /// <summary>What policy says for one action, its own scopes included.</summary>
    public EffectivePolicy For(ActionKind action, string? experiment) =>
        Book.Scopes.Count == 0 ? Policy : Book.For(Play, experiment, JsonNamingPolicy.SnakeCaseLower.ConvertName(action.ToString()));

    /// <summary>Both hashes, so that what was ruled can be ruled again: policy/definition.</summary>
    public string Reference => $"{PolicyHash}/{DefinitionHash}";
}

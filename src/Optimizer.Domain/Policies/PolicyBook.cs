using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Policies;

/// <summary>A policy file, read: all scopes with their values and lines.</summary>
public sealed record PolicyBook
{
    /// <summary>No file: every play has the profile gtm-play.</summary>
    public static PolicyBook Defaults { get; } = new();

    /// <summary>What it says for one play; the definition itself is the scope "definition", which may tighten and not loosen.</summary>
    public EffectivePolicy For(Play play) => throw new NotImplementedException();
}

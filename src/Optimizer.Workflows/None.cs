namespace Optimizer.Workflows;

/// <summary>The input or output of what takes or gives none; <c>{}</c> in JSON, so it stays distinct from null.</summary>
public readonly record struct None
{
    /// <summary>The only value.</summary>
    public static None Value => default;
}

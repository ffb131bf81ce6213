using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>A token with its text, which is told once and kept nowhere.</summary>
/// <param name="Kept">What is kept.</param>
/// <param name="Text">What the caller sends.</param>
public sealed record NewToken(AccessToken Kept, string Text);

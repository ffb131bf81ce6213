using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>Levels of autonomy in the words of rulings.</summary>
internal static class Levels
{
    public static string Text(Autonomy level) => level.ToString().ToLowerInvariant();

    public static Autonomy Lower(Autonomy one, Autonomy other) => one < other ? one : other;
}

namespace Optimizer.Domain.Policies;

/// <summary>When a play may act more alone, and when less (C34). Pure.</summary>
public static class Graduation
{
    public static GraduationRuling Judge(Autonomy level, DateTimeOffset since, Scorecard card, DateTimeOffset now, EffectivePolicy policy) =>
        throw new NotImplementedException();
}

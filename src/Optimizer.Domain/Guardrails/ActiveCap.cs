using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>Counts what runs now against a cap.</summary>
internal static class ActiveCap
{
    public static Opinion Judge(
        ProposedCase asked, string code, string key, string where, IEnumerable<PastExperiment> experiments, int most)
    {
        var active = experiments.Where(past => past.IsActive).Select(past => past.Id).ToList();
        var said = $"{active.Count} of {most} experiments run {where}{asked.From(key)}";
        return active.Count < most
            ? Opinion.Allow(code, said)
            : Opinion.Deny(code, active.Count == 0 ? said : $"{said}: {string.Join(", ", active)}");
    }
}

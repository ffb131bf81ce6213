using Optimizer.Connectors.Rules;
using Optimizer.Domain.Hypotheses;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>The rules' answer, changed as a test wants; counts how often it was asked.</summary>
internal sealed class ScriptedStrategist(Func<StrategistAnswer, StrategistAnswer>? change = null) : IStrategist
{
    public int Asked { get; private set; }

    public static ScriptedStrategist Rating(RiskLevel risk, string play) => new(answer => answer with
    {
        Hypotheses = [.. answer.Hypotheses.Select(each => each.Id.StartsWith(play, StringComparison.Ordinal) ? each with { Risk = risk } : each)],
    });

    public async Task<StrategistAnswer> ProposeAsync(Diagnosis diagnosis, CancellationToken cancellationToken)
    {
        Asked++;
        var answer = await new RuleStrategist().ProposeAsync(diagnosis, cancellationToken);
        return change?.Invoke(answer) ?? answer;
    }
}

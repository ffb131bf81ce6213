using System.CommandLine;
using Optimizer.Domain.Attribution;
using Optimizer.Standalone.Ledger;

namespace Optimizer.Standalone.Commands;

/// <summary><c>ledger show</c>: the running sums of an experiment, or without one what the ledger knows.</summary>
internal static class LedgerShowCommand
{
    public static Command Build(LedgerSource source)
    {
        var id = new Argument<string?>("EXPERIMENT") { Description = "Its id; without one, all that are known.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "Shows an experiment's totals per variant: units, events, sums; read from the running sums, however many events there are.") { id };
        source.Ask(command, async (parsed, ledger, cancellationToken) =>
        {
            if (parsed.GetValue(id) is not { } asked)
            {
                var known = await ledger.ExperimentsAsync(cancellationToken);
                var apart = await ledger.QuarantineAsync(cancellationToken);
                if (source.WantsJson(parsed))
                {
                    source.Terminal.WriteJson(LedgerJson.Of(ledger.File, known, apart));
                }
                else
                {
                    LedgerPage.Write(source.Terminal.Console(), known, apart);
                }

                return ExitCode.Ok;
            }

            if (await ledger.FindAsync(asked, cancellationToken) is not { } experiment)
            {
                return await source.UnknownAsync(ledger, asked, cancellationToken);
            }

            var totals = VariantSums.Of(experiment, await ledger.TotalsAsync(asked, cancellationToken));
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(LedgerJson.Of(experiment, totals));
            }
            else
            {
                LedgerPage.Write(source.Terminal.Console(), experiment, totals);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}

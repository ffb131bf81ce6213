using Optimizer.Domain.Identity;
using Optimizer.Embedded.Records;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether somebody may administer, and whose token ends soon.</summary>
internal static class AccessChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken)
    {
        var file = patient.PathOf(RecordOptions.FileName);
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            using var records = RecordStore.OpenToRead(file, new());
            return Of(patient, await records.Tokens.ListAsync(cancellationToken));
        }
        catch (RecordFileException)
        {
            // Said where the records are looked at.
            return [];
        }
    }

    private static IReadOnlyList<Finding> Of(Patient patient, IReadOnlyList<AccessToken> tokens)
    {
        var now = patient.Now;
        var valid = tokens.Where(token => token.FaultAt(now) is null).ToList();
        var ending = valid.Where(token => token.ExpiresAt - now < Soon).OrderBy(token => token.ExpiresAt).ToList();
        var admins = valid.Where(token => token.Principal.Role == Role.Admin).ToList();
        return
        [
            admins.Count == 0
                ? Finding.Warn("admin", "no valid token of an admin: nobody can unfreeze or make tokens beside a running server", $"optimizer tokens create {Patient.Shell(Environment.UserName)} --role admin --local{patient.Data}")
                : Finding.Ok("admin", $"{admins.Count} of {valid.Count} valid tokens {(admins.Count == 1 ? "is an admin's" : "are admins'")}"),
            .. ending.Select(token => Finding.Warn(
                $"token of {token.Principal.Name}", $"ends {Engine.Times.At(token.ExpiresAt!.Value, now)}", $"optimizer tokens rotate {token.Id}{patient.Data}")),
        ];
    }
}

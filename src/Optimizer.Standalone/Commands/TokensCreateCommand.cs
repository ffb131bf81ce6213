using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Commands;

/// <summary><c>tokens create NAME</c>: the text is printed once and kept nowhere.</summary>
internal static class TokensCreateCommand
{
    public static Command Build(ServerSource source)
    {
        var name = new Argument<string>("NAME") { Description = "Who carries it, such as ana@example.com." };
        var role = new Option<Role>("--role") { Description = "viewer, approver, operator or admin.", DefaultValueFactory = _ => Role.Viewer };
        var seat = new Option<Seat>("--seat") { Description = "engineer, owner, manager, domain, chiefofstaff or ceo: what they may answer for.", DefaultValueFactory = _ => Seat.Engineer };
        var program = new Option<bool>("--program") { Description = "A program's: it may propose, and never approves." };
        var expires = new Option<string>("--expires") { Description = "How long it is valid, such as 12h or 90d; never for no end.", HelpName = "TIME", DefaultValueFactory = _ => "90d" };
        var local = new Option<bool>("--local")
        {
            Description = "Written straight into the data directory, by whoever owns it: for when no admin token is left. A running server knows it at once.",
        };
        var command = new Command("create", "Makes a token and prints it once.") { name, role, seat, program, expires, local };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (Order(parsed) is not { } order)
            {
                return Task.FromResult(source.Terminal.Refuse(Plain.Text($"--expires is '{parsed.GetRequiredValue(expires)}'; needs a time such as 12h or 90d, or never")));
            }

            return parsed.GetValue(local)
                ? source.TryAsync(() => LocalAsync(source, parsed, order, cancellationToken), cancellationToken)
                : source.AskAsync(parsed, async (_, server, stop) => Told(source, parsed, await server.PostAsync("/api/tokens", Body(order), stop)), null, cancellationToken);
        });
        return command;

        (Principal Principal, DateTimeOffset? Until)? Order(ParseResult parsed)
        {
            var principal = new Principal(parsed.GetRequiredValue(name), parsed.GetValue(role), parsed.GetValue(seat), !parsed.GetValue(program));
            var text = parsed.GetRequiredValue(expires);
            return text == "never" ? (principal, null) : ShortSpan.Read(text) is { } span ? (principal, source.Terminal.Clock.GetUtcNow() + span) : null;
        }
    }

    /// <summary>Prints the token's text alone on standard output, and what it is on standard error.</summary>
    public static int Told(ServerSource source, ParseResult parsed, ServerAnswer answer)
    {
        if (!answer.IsOk)
        {
            return source.Refuse(answer);
        }

        Write(source, parsed, answer.Body!);
        return ExitCode.Ok;
    }

    private static async Task<int> LocalAsync(
        ServerSource source, ParseResult parsed, (Principal Principal, DateTimeOffset? Until) order, CancellationToken cancellationToken)
    {
        using var records = RecordStore.Open(Path.Combine(source.FolderOf(parsed), RecordOptions.FileName), new());
        try
        {
            var made = await new TokenDesk(records.Tokens, records.Audit).CreateAsync(
                order.Principal, order.Until, Environment.UserName, source.Terminal.Clock.GetUtcNow(), cancellationToken);
            var shown = Body(order);
            shown["id"] = made.Kept.Id;
            shown["token"] = made.Text;
            Write(source, parsed, shown);
            return ExitCode.Ok;
        }
        catch (TokenRefusedException refused)
        {
            return source.Terminal.Refuse(Plain.Text(refused.Message), refused.Code == "invalid" ? ExitCode.BadInput : ExitCode.Conflict);
        }
    }

    private static void Write(ServerSource source, ParseResult parsed, JsonNode token)
    {
        if (source.WantsJson(parsed))
        {
            source.Terminal.WriteJson(token);
            return;
        }

        source.Terminal.Output.WriteLine((string?)token["token"]);
        source.Terminal.Error.WriteLine(Plain.Text(
            $"token {(string?)token["id"]} of {(string?)token["name"]} ({(string?)token["role"]}, {(string?)token["seat"]}), valid {((string?)token["expiresAt"] is { } end ? $"until {end}" : "without end")}; it is shown this once"));
    }

    private static JsonObject Body((Principal Principal, DateTimeOffset? Until) order) => new()
    {
        ["name"] = order.Principal.Name,
        ["role"] = Word(order.Principal.Role.ToString()),
        ["seat"] = Word(order.Principal.Seat.ToString()),
        ["program"] = !order.Principal.IsHuman,
        ["expiresAt"] = order.Until?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static string Word(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>Readers and customers who bring others.</summary>
internal static class ReferralMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["box_position"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("after-best", "nearness", 0.08, "Put the box right after the part that most people click", "after the second story"),
            new("top", "visibility", 0.06, "Put one line at the top and the box at the bottom", "one line on top, box at the bottom"),
            new("ps", "likeness", 0.05, "Put it into the P.S. of the writer", "P.S. by the writer")),
        ["box_headline"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("one-friend", "specificity", 0.07, "Ask for one friend instead of somebody", "Which one colleague argues with you about funnels?"),
            new("reward", "clarity", 0.06, "Name the reward in the headline", "3 friends, 1 sticker pack"),
            new("forward", "ease", 0.06, "Ask to forward instead of to refer", "Forward this to whoever owns your trial"),
            new("status", "magnitude", 0.05, "Say how many the reader has brought", "You brought 1 of 3")),
        ["share_channels"] = MoveCatalogue.Of(
            ChangeClass.Channel,
            RiskLevel.Low,
            1,
            new("whatsapp", "variety", 0.07, "Add the messenger that readers use with colleagues", "e-mail, LinkedIn, WhatsApp"),
            new("copy-link", "ease", 0.08, "Put one link to copy first", "copy link, then e-mail"),
            new("email-only", "focus", 0.05, "Leave only e-mail, with the text written already", "e-mail with the text filled in"),
            new("slack", "variety", 0.06, "Add Slack, where teams talk about it", "e-mail, Slack")),
        ["progress_bar"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("with-names", "magnitude", 0.07, "Show the friends who came, by first name", "true: first names of friends"),
            new("head-start", "ease", 0.07, "Show a bar that begins one third full", "true: begins at 1 of 3"),
            new("plain", "clarity", 0.05, "Show a plain bar of three steps", "true: three steps")),
        ["reward"] = MoveCatalogue.Of(
            ChangeClass.Pricing,
            RiskLevel.Medium,
            1,
            new("template", "help", 0.07, "Give the funnel template at the first friend", "template at 1 friend"),
            new("lower", "ease", 0.06, "Give the stickers at two friends", "sticker pack at 2 friends"),
            new("both-sides", "likeness", 0.06, "Give something to the friend too", "template for both at 1 friend")),
    };
}

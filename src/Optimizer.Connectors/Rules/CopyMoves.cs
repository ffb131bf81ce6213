using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>Words that people read before they act.</summary>
internal static class CopyMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["subject_line"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("question", "curiosity", 0.07, "Turn the subject line into a question about the reader's own problem", "Still doing {task} by hand?"),
            new("number", "specificity", 0.06, "Open the subject line with one concrete number", "3 ways {peer} cut {task} by half"),
            new("short", "brevity", 0.06, "Cut the subject line to at most four words", "About {company}'s {task}"),
            new("name-company", "specificity", 0.05, "Put the reader's company into the subject line", "{company} and {task}"),
            new("gap", "curiosity", 0.05, "Name a gap that the message then closes", "What {peer} changed in {task}"),
            new("plain", "brevity", 0.04, "Write the subject line as a colleague would, in lower case", "quick thought on {task}")),
        ["email_copy"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("short", "brevity", 0.07, "Cut the e-mail to 75 words and one request", "one problem, one proof, one question: 75 words"),
            new("problem-first", "relevance", 0.07, "Open with the reader's problem instead of with us", "first line: what {role} loses on {task} each week"),
            new("one-ask", "brevity", 0.06, "Keep a single question at the end and take out all other links", "Worth a look next week?"),
            new("proof", "trust", 0.06, "Add one customer's figure with their name", "{peer} went from {before} to {after} in six weeks"),
            new("plain-text", "trust", 0.05, "Send it as plain text from a person, without pictures", "plain text, signed by name"),
            new("trigger", "relevance", 0.06, "Refer to the event that made us write", "I saw that {company} {event}")),
        ["cta"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("low-commitment", "ease", 0.08, "Ask for a smaller step than today's", "See a two-minute example"),
            new("first-person", "ease", 0.05, "Word the button in the first person", "Show me my plan"),
            new("value", "clarity", 0.06, "Say what the reader gets instead of what they do", "Get my benchmark"),
            new("single", "clarity", 0.06, "Leave one call to action and take out the others", "one button: Start free"),
            new("time-cost", "ease", 0.05, "Say how long it takes, next to the button", "Start - takes 2 minutes")),
        ["headline"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("gain", "clarity", 0.07, "Say the gain of the customer with a figure", "Close the books in 2 days instead of 9"),
            new("audience", "relevance", 0.06, "Name whom it is for in the headline", "For finance teams of 20 to 200"),
            new("problem", "relevance", 0.06, "Name the problem in the customer's own words", "No more month-end all-nighters"),
            new("plain-words", "clarity", 0.05, "Say what the product does in eight plain words", "One place for every invoice you send"),
            new("contrast", "clarity", 0.05, "Set before against after in one line", "From 40 spreadsheets to one page")),
        ["message_copy"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("shorter", "brevity", 0.06, "Cut the message to two sentences", "two sentences, one of them a question"),
            new("problem-first", "relevance", 0.07, "Open with what the reader is trying to do", "You were about to {task}: here is the next step"),
            new("benefit", "relevance", 0.06, "Say what changes for the reader, not what is new", "You no longer need to {task}"),
            new("proof", "trust", 0.05, "Add one line of a named customer", "{peer}: \"we stopped doing this by hand\""),
            new("one-ask", "brevity", 0.05, "Ask for one thing only", "Reply with yes and it is done")),
        ["call_script"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Medium,
            2,
            new("permission", "opening", 0.07, "Open the call by asking for 30 seconds", "May I take 30 seconds to say why I call?"),
            new("problem", "opening", 0.06, "Open with the problem that peers name most often", "Most {role}s tell me {problem}: is that so for you?"),
            new("fewer-questions", "brevity", 0.05, "Ask three questions instead of the present list", "three questions, then one proposal"),
            new("next-step", "closing", 0.06, "Offer two times instead of asking for one", "Tuesday at ten or Thursday at four?")),
        ["readme_listing_copy"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            2,
            new("quickstart", "ease", 0.08, "Put a quick start of three commands at the top", "install, run, see it work: three commands"),
            new("what-why", "clarity", 0.06, "Say in the first two lines what it does and for whom", "what it does, for whom, in two lines"),
            new("picture", "clarity", 0.06, "Show the product at work in one picture at the top", "one moving picture of ten seconds"),
            new("numbers", "trust", 0.04, "Show installs and the newest release at the top", "installs, release, license")),
        ["question_set"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            2,
            new("fewer", "brevity", 0.07, "Ask half as many questions, those that decide something", "the 5 questions whose answers change what we do"),
            new("easy-first", "order", 0.05, "Begin with the easiest question and end with the hardest", "easy first, personal last"),
            new("examples", "clarity", 0.05, "Give two example answers under every open question", "two example answers each")),
    };
}

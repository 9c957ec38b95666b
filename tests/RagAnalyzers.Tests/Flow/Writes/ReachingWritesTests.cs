using RagAnalyzers.Tests.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Writes;

/// <summary>Which of several writes to one variable is still there when it is read, by the ways that control can take.</summary>
public sealed class ReachingWritesTests
{
    [Theory]
    [InlineData("var text = answer; var kind = (text = other) switch { \"a\" => 1, _ => 2 }; Use(Parse(text)); Use(kind);")]
    [InlineData("var text = answer; var kind = (text = other) ?? question; Use(Parse(text)); Use(kind);")]
    [InlineData("var text = answer; var length = (text = other)?.Length; Use(Parse(text)); Use(length);")]
    [InlineData("var text = answer; if ((text = other) != \"\" && question != \"\") { Use(question); } Use(Parse(text));")]
    [InlineData("var text = answer; if ((text = other) == \"\" || question != \"\") { Use(question); } Use(Parse(text));")]
    [InlineData("var text = answer; while ((text = other) == question) { Use(question); } Use(Parse(text));")]
    [InlineData("var text = answer; do { text = other; } while (text == question); Use(Parse(text));")]
    [InlineData("var text = answer; switch (text = other) { case \"a\": Use(question); break; } Use(Parse(text));")]
    [InlineData("var text = answer; try { text = other; } catch (IOException) { throw; } catch (Exception) { return; } Use(Parse(text));")]
    [InlineData("var text = answer; try { Use(text); } finally { text = other; } Use(Parse(text));")]
    public Task Certainly_replaced(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("var text = answer; var kind = question switch { \"a\" => text = other, _ => question }; Use(Parse(text)); Use(kind);")]
    [InlineData("var text = answer; string? maybe = question; var kind = maybe ?? (text = other); Use(Parse(text)); Use(kind);")]
    [InlineData("var text = answer; List<string>? texts = [question]; texts?.Add(text = other); Use(Parse(text));")]
    [InlineData("var text = answer; if (question != \"\" && (text = other) != \"\") { Use(question); } Use(Parse(text));")]
    [InlineData("var text = answer; if (question != \"\" || (text = other) != \"\") { Use(question); } Use(Parse(text));")]
    [InlineData("var text = answer; while (question != text) { text = other; } Use(Parse(text));")]
    [InlineData("var text = answer; foreach (var letter in question) { text = other + letter; } Use(Parse(text));")]
    [InlineData("var text = answer; for (var i = 0; i < question.Length; i++) { text = other + i; } Use(Parse(text));")]
    [InlineData("var text = answer; switch (question) { case \"a\": text = other; break; } Use(Parse(text));")]
    [InlineData("var text = answer; try { text = other; } catch (IOException) { throw; } catch (Exception) { Use(1); } Use(Parse(text));")]
    [InlineData("var text = answer; try { Use(question); } catch (IOException) { text = other; } Use(Parse(text));")]
    [InlineData("var text = answer; try { text = other; } catch (IOException) { Use(Parse(text)); }")]
    public Task Perhaps_replaced(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("var text = other; if (question == \"\") { text = answer; } else { Use(Parse(text)); } Use(text);")]
    [InlineData("var text = other; Use(question == \"\" ? text = answer : Parse(text)); Use(text);")]
    [InlineData("var text = other; switch (question) { case \"a\": text = answer; break; default: Use(Parse(text)); break; } Use(text);")]
    [InlineData("var text = other; Use(question switch { \"a\" => text = answer, _ => Parse(text) }); Use(text);")]
    [InlineData(
        "var text = other; try { Use(1); } catch (IOException) { text = answer; } catch (Exception) { Use(Parse(text)); } Use(text);"
    )]
    [InlineData("var text = other; if (question == \"\") { text = answer; Use(text); return; } Use(Parse(text));")]
    [InlineData("var text = other; switch (question) { case \"a\": text = answer; Use(text); throw new IOException(); } Use(Parse(text));")]
    public Task On_another_branch(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("var text = other; if ((text = answer) != \"\") { Use(question); } else { Use(Parse(text)); }")]
    [InlineData("var text = other; switch (text = answer) { default: Use(Parse(text)); break; }")]
    [InlineData("var text = other; Use((text = answer) switch { \"\" => null, _ => Parse(text) });")]
    [InlineData("var text = other; try { text = answer; Use(1); } catch (IOException) { Use(Parse(text)); }")]
    [InlineData("var text = other; try { Use(1); } catch (IOException) { text = answer; } finally { Use(Parse(text)); }")]
    public Task On_the_same_way(string statements) => AnswerFlow.ArrivesAsync(statements);

    // Who holds an object sees what is written into it afterwards.
    [Theory]
    [InlineData("var one = new One { Text = other }; var pair = new Pair { First = one }; one.Text = answer; Use(Parse(pair.First.Text));")]
    [InlineData(
        "var one = new One { Text = other }; var pair = new Pair(); pair.First = one; one.Text = answer; Use(Parse(pair.First.Text));"
    )]
    [InlineData("var one = new One { Text = other }; var pair = new Held(one); one.Text = answer; Use(Parse(pair.First.Text));")]
    [InlineData(
        "foreach (var line in question.Split()) { var one = new One { Text = other }; var pair = new Pair { First = one }; one.Text = answer; Use(Parse(pair.First.Text)); }"
    )]
    public Task Into_an_object_that_another_holds(string statements) => AnswerFlow.ArrivesAsync(statements, Pairs);

    [Theory]
    [InlineData(
        "var one = new One { Text = other }; var pair = new Pair { First = one }; one = new One(); one.Text = answer; Use(Parse(pair.First.Text)); Use(one);"
    )]
    [InlineData("var one = new One { Text = other }; var text = one.Text; one.Text = answer; Use(Parse(text));")]
    [InlineData(
        "var one = new One { Text = other }; var pair = new Pair { First = one }; pair.Other = answer; Use(Parse(pair.First.Text));"
    )]
    public Task Into_another_object(string statements) => AnswerFlow.IsLostAsync(statements, Pairs);

    private const string Pairs = """
        private sealed class One { public string? Text { get; set; } }
        private sealed class Pair { public One First { get; set; } = new(); public string? Other { get; set; } }
        private sealed record Held(One First);
        """;

    [Theory]
    [InlineData("var text = \"\"; foreach (var letter in question) { text = other; if (letter == 'a') text = answer; Use(Parse(text)); }")]
    [InlineData("var text = other; foreach (var letter in question) { Use(Parse(text)); text = answer + letter; }")]
    [InlineData(
        "var text = other; foreach (var letter in question) { Use(Parse(text)); if (letter == 'a') { text = answer; continue; } Use(1); }"
    )]
    [InlineData(
        "var text = other; foreach (var line in question.Split()) { foreach (var c in line) { Use(Parse(text)); text = answer + c; break; } }"
    )]
    public Task Rounds_of_a_loop(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("var text = answer; foreach (var letter in question) { text = other; Use(Parse(text)); text = answer + letter; }")]
    [InlineData("foreach (var letter in question) { var text = other; Use(Parse(text)); text = answer + letter; Use(text); }")]
    [InlineData(
        "var text = other; foreach (var letter in question) { Use(Parse(text)); if (letter == 'a') { text = answer; break; } } Use(text);"
    )]
    [InlineData(
        "foreach (var line in question.Split()) { var text = other; foreach (var c in line) { Use(Parse(text)); text = answer + c; break; } }"
    )]
    public Task Not_in_the_next_round(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("var text = answer; Action later = () => Use(Parse(text)); later(); text = other; Use(text);")]
    [InlineData("var text = answer; void Later() => Use(Parse(text)); Later(); text = other; Use(text);")]
    [InlineData("var text = other; question.ToList().ForEach(c => text = answer + c); Use(Parse(text));")]
    public Task Functions_that_run_when_they_like(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("var text = answer; Use(text); text = other; question.ToList().ForEach(c => Use(Parse(text + c)));")]
    [InlineData("var text = other; question.ToList().ForEach(c => Use(Parse(text + c))); text = answer; Use(text);")]
    public Task Lambdas_that_run_where_they_stand(string statements) => AnswerFlow.IsLostAsync(statements);
}

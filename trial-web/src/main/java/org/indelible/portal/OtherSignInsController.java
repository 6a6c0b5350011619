package org.indelible.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.indelible.security.PasskeyAnswer;
import org.indelible.security.PasskeySignIns;
import org.indelible.security.PendingCode;
import org.indelible.security.SessionSignIn;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.AccountId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ways in besides the password alone: a one-time code after it, or a passkey in its place. */
@Controller
class OtherSignInsController {
    private final SignIn signIn;
    private final PasskeySignIns passkeys;
    private final SessionSignIn sessions;
    private final Clock clock;

    OtherSignInsController(SignIn signIn, PasskeySignIns passkeys, SessionSignIn sessions, Clock clock) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/sign-in/code")
    String askCode(@RequestParam(required = false) String refused, HttpServletRequest request, Model model) {
        if (pending(request).isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("refused", refused != null);
        return "portal/sign-in-code";
    }

    @PostMapping("/sign-in/code")
    void code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<PendingCode> pending = pending(request);
        if (pending.isEmpty()) {
            response.sendRedirect("/sign-in?refused");
            return;
        }
        SignedInPerson person;
        try {
            person = signIn.withCode(new AccountId(pending.get().account()), code);
        } catch (AuthenticationException refused) {
            response.sendRedirect("/sign-in/code?refused");
            return;
        }
        request.getSession().removeAttribute(PendingCode.ATTRIBUTE);
        sessions.begin(person, request, response);
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<PasskeySignIns.Question> askPasskey(
            @RequestParam(defaultValue = "") String username, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(passkeys.ask(username, request));
    }

    @PostMapping("/sign-in/passkey")
    void passkey(PasskeyAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        SignedInPerson person;
        try {
            person = passkeys.answered(answer, request);
        } catch (AuthenticationException refused) {
            response.sendRedirect("/sign-in?passkey-refused");
            return;
        }
        sessions.begin(person, request, response);
    }

    private Optional<PendingCode> pending(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession().getAttribute(PendingCode.ATTRIBUTE))
                .map(PendingCode.class::cast)
                .filter(pending -> !pending.isOver(clock.instant()));
    }
}
